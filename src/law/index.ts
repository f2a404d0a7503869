import type { LawBook } from '../kernel/clock/law.ts';
import { accountability } from './accountability.ts';
import { administrativeLitigation } from './administrative-litigation.ts';
import { archives } from './archives.ts';
import { createLawBook } from './book.ts';
import { businessEnvironment } from './business-environment.ts';
import { civilProcedure } from './civil-procedure.ts';
import { coercion } from './coercion.ts';
import { crimeTransfer } from './crime-transfer.ts';
import { disclosure2007 } from './disclosure-2007.ts';
import { disclosure2019 } from './disclosure-2019.ts';
import { enforcementSupervision } from './enforcement-supervision.ts';
import { enterpriseInformation } from './enterprise-information.ts';
import { fairCompetition } from './fair-competition.ts';
import { governmentData } from './government-data.ts';
import { hebei } from './hebei.ts';
import { heilongjiang } from './heilongjiang.ts';
import { inspection } from './inspection.ts';
import { lawfulAdministration2008 } from './lawful-administration-2008.ts';
import { legalEducation } from './legal-education.ts';
import { licensing } from './licensing.ts';
import { lineages } from './lineages.ts';
import { majorDecisions } from './major-decisions.ts';
import { marketLicensing } from './market-licensing.ts';
import { marketPenalty } from './market-penalty.ts';
import { marketPenalty2018 } from './market-penalty-2018.ts';
import { mediation } from './mediation.ts';
import { normativeDocuments } from './normative-documents.ts';
import { outlines } from './outlines.ts';
import { penalty1996 } from './penalty-1996.ts';
import { penalty2021 } from './penalty-2021.ts';
import { petitions } from './petitions.ts';
import { reconsideration1999 } from './reconsideration-1999.ts';
import { reconsideration2023 } from './reconsideration-2023.ts';
import { reconsiderationRegulation } from './reconsideration-regulation.ts';
import { ruleMaking } from './rule-making.ts';
import { stateCompensation } from './state-compensation.ts';
import { supervisionOfGovernment } from './supervision-of-government.ts';
import { threeSystems } from './three-systems.ts';

export { createLawBook } from './book.ts';

/** The law as the product knows it: every provision of every statute, and what followed what. */
export const lawBook: LawBook = createLawBook(
  [
    ...civilProcedure,
    ...licensing,
    ...penalty1996,
    ...penalty2021,
    ...coercion,
    ...threeSystems,
    ...disclosure2007,
    ...disclosure2019,
    ...reconsideration1999,
    ...reconsiderationRegulation,
    ...reconsideration2023,
    ...administrativeLitigation,
    ...stateCompensation,
    ...petitions,
    ...mediation,
    ...marketPenalty2018,
    ...marketPenalty,
    ...marketLicensing,
    ...enterpriseInformation,
    ...inspection,
    ...crimeTransfer,
    ...enforcementSupervision,
    ...lawfulAdministration2008,
    ...majorDecisions,
    ...normativeDocuments,
    ...ruleMaking,
    ...businessEnvironment,
    ...fairCompetition,
    ...accountability,
    ...outlines,
    ...legalEducation,
    ...supervisionOfGovernment,
    ...governmentData,
    ...archives,
    ...hebei,
    ...heilongjiang,
  ],
  lineages,
);
