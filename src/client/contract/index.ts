import { account } from './account.ts';
import { assessment } from './assessment.ts';
import { catalogue } from './catalogue.ts';
import { dutyReports } from './duty-reports.ts';
import { figures } from './figures.ts';
import { follow } from './follow.ts';
import { leaders } from './leaders.ts';
import { lists } from './lists.ts';
import { matters } from './matters.ts';
import { oversight } from './oversight.ts';
import { overview } from './overview.ts';
import { administration } from './people.ts';
import { planCandidateRoutes } from './plan-candidates.ts';
import { plans } from './plans.ts';
import { publicRoutes } from './public.ts';
import { readings } from './readings.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { returnForms } from './return-forms.ts';
import { returnLayouts } from './return-layouts.ts';
import { returns } from './returns.ts';
import { session } from './session.ts';

/** Every route of the API by name. Server, client and OpenAPI are all made from this table. */
export const contract = {
  ...session,
  ...account,
  ...administration,
  ...catalogue,
  ...registers,
  ...matters,
  ...lists,
  ...figures,
  ...oversight,
  ...readings,
  ...overview,
  ...leaders,
  ...dutyReports,
  ...plans,
  ...planCandidateRoutes,
  ...follow,
  ...reports,
  ...returnForms,
  ...returns,
  ...returnLayouts,
  ...assessment,
  ...publicRoutes,
};
export type Contract = typeof contract;
export type RouteName = keyof Contract;
