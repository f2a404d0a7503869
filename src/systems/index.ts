import type { IndicatorDeclaration } from '../kernel/indicator/declaration.ts';
import type { ProcedureDeclaration } from '../kernel/procedure/declaration.ts';
import { lawBook } from '../law/index.ts';
import { type CompiledList, compileList } from '../lists/compile.ts';
import type { ListDeclaration } from '../lists/declaration.ts';
import { indicatorsOfList } from '../lists/indicators.ts';
import { enforcementItems } from './enforcement/enforcement-items/index.ts';
import { enforcingBodies } from './enforcement/enforcing-bodies/index.ts';
import { officerCertificate } from './enforcement/officer-certificate/index.ts';
import { penalty } from './enforcement/penalty/index.ts';
import { licence } from './functions/licensing/index.ts';
import { functionLists } from './functions/lists.ts';
import { disclosureRequest } from './oversight/disclosure-request/index.ts';
import { supervisionAlert } from './oversight/supervision-alert/index.ts';
import { createRegistry, type Registry } from './registry.ts';
import { legalityReview } from './rules/legality-review/index.ts';
import { annualReport } from './yearly/annual-report/index.ts';
import { assessment } from './yearly/assessment/index.ts';
import { dutyReport } from './yearly/duty-report/index.ts';
import { dutyReportRound } from './yearly/duty-report-round/index.ts';
import { escalation } from './yearly/escalation/index.ts';
import { implementationPlan } from './yearly/implementation-plan/index.ts';
import { inspection } from './yearly/inspection/index.ts';
import { inspectionRound } from './yearly/inspection-round/index.ts';
import { lawStudy } from './yearly/law-study/index.ts';
import { lawStudyPlan } from './yearly/law-study-plan/index.ts';
import { leaderDuties } from './yearly/leader-duties/index.ts';
import { leadingGroup } from './yearly/leading-group/index.ts';
import { leadingGroupMeeting } from './yearly/leading-group-meeting/index.ts';
import { meetingAssignment } from './yearly/meeting-assignment/index.ts';
import { periodicReturn } from './yearly/periodic-return/index.ts';
import { returnCorrection } from './yearly/return-correction/index.ts';
import { returnRound } from './yearly/return-round/index.ts';
import { unitAssessment } from './yearly/unit-assessment/index.ts';
import { workBrief } from './yearly/work-brief/index.ts';
import { workPlan } from './yearly/work-plan/index.ts';
import { workTask } from './yearly/work-task/index.ts';

/** Every procedure of the product. Adding a system is its folder and one line here. */
const procedures: readonly ProcedureDeclaration[] = [
  licence,
  legalityReview,
  officerCertificate,
  penalty,
  supervisionAlert,
  workPlan,
  workTask,
  implementationPlan,
  inspectionRound,
  inspection,
  escalation,
  annualReport,
  leadingGroupMeeting,
  meetingAssignment,
  lawStudyPlan,
  lawStudy,
  leaderDuties,
  dutyReportRound,
  dutyReport,
  workBrief,
  returnRound,
  periodicReturn,
  returnCorrection,
  assessment,
  unitAssessment,
  disclosureRequest,
];

/** Every list. */
const lists: readonly ListDeclaration[] = [...functionLists, enforcingBodies, enforcementItems, leadingGroup];

/** An indicator with where it comes from. */
export interface KnownIndicator {
  readonly declaration: IndicatorDeclaration;
  /** Id of the procedure or list. */
  readonly source: string;
  readonly sourceName: string;
}

export interface Systems {
  readonly registry: Registry;
  readonly lists: readonly CompiledList[];
  readonly indicators: readonly KnownIndicator[];
  /** Where alerts are answered. */
  readonly alertProcedure: { readonly procedure: string; readonly step: string };
}

function collectIndicators(): KnownIndicator[] {
  const known = [
    ...procedures.flatMap((procedure) =>
      (procedure.indicators ?? []).map((declaration) => ({
        declaration,
        source: procedure.id,
        sourceName: procedure.name,
      })),
    ),
    ...lists.flatMap((list) =>
      indicatorsOfList(list).map((declaration) => ({ declaration, source: list.id, sourceName: list.name })),
    ),
  ];
  const ids = known.map((indicator) => indicator.declaration.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Error(`indicator ${twice} is declared twice`);
  return known;
}

export const systems: Systems = {
  registry: createRegistry(procedures, lawBook),
  lists: lists.map((list) => compileList(list, lawBook)),
  indicators: collectIndicators(),
  alertProcedure: { procedure: supervisionAlert.id, step: 'raise' },
};
