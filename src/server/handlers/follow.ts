import { instrumentOf } from '../../kernel/procedure/instrument-of.ts';
import { writeInstrument } from '../../reports/writing/docx.ts';
import { campaignView, listCampaigns } from '../follow/campaign.ts';
import { escalationsView } from '../follow/escalations.ts';
import { makePaper, openPaper, papersMade } from '../follow/made.ts';
import { writeCampaignWorkbook, writeEscalationWorkbook } from '../follow/workbooks.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Names =
  | 'inspections.list'
  | 'inspections.board'
  | 'inspections.xlsx'
  | 'inspections.papers'
  | 'inspections.make'
  | 'inspections.paper'
  | 'escalations.board'
  | 'escalations.xlsx';

/** 督察督办: boards of campaigns and of escalations, and the papers about all units of a campaign. */
export function followHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  const noted = (session: Session, at: string, kind: 'exported' | 'document', detail: string) =>
    auditAct(sessions, session, at, kind, detail);
  return {
    'inspections.list': async ({ session, query, now }) => ({
      rounds: await listCampaigns(world, session, now, query.year),
    }),
    'inspections.board': ({ session, params, now }) => campaignView(world, session, params.round, now),
    'inspections.xlsx': async ({ session, params, now }) => {
      const campaign = await campaignView(world, session, params.round, now);
      await noted(session, now, 'exported', `inspection ${campaign.units.length}`);
      return new FileAnswer(
        await writeCampaignWorkbook(campaign),
        `${campaign.name}情况-${campaign.today}.xlsx`,
      );
    },
    'inspections.papers': async ({ session, params, now }) => ({
      papers: await papersMade(world, session, params.round, now),
    }),
    'inspections.make': async ({ session, params, body, now }) => {
      const made = await makePaper(world, session, { round: params.round, form: body.form }, now);
      await noted(session, now, 'document', `inspection-round ${made.title}`);
      return made;
    },
    'inspections.paper': async ({ session, params, now }) => {
      const content = await openPaper(world, session, params, now);
      await noted(session, now, 'document', `inspection-round ${content.title}`);
      const bytes = await writeInstrument(instrumentOf(content));
      return new FileAnswer(bytes, `${content.title}-${content.date}.docx`);
    },
    'escalations.board': ({ session, query, now }) => escalationsView(world, session, query.year, now),
    'escalations.xlsx': async ({ session, query, now }) => {
      const view = await escalationsView(world, session, query.year, now);
      await noted(session, now, 'exported', `escalation ${view.rows.length}`);
      return new FileAnswer(
        await writeEscalationWorkbook(view),
        `${view.year}年提醒约谈情况-${view.today}.xlsx`,
      );
    },
  };
}
