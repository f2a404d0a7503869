import type { DocumentContent } from '../../kernel/procedure/declaration.ts';
import { instrumentOf } from '../../kernel/procedure/instrument-of.ts';
import { writeInstrument } from '../../reports/writing/docx.ts';
import { type CampaignPaper, campaignNotice, campaignReport } from '../../yearly/follow/papers.ts';
import { campaignView, listCampaigns } from '../follow/campaign.ts';
import { escalationsView } from '../follow/escalations.ts';
import { writeCampaignWorkbook, writeEscalationWorkbook } from '../follow/workbooks.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Names =
  | 'inspections.list'
  | 'inspections.board'
  | 'inspections.xlsx'
  | 'inspections.notice'
  | 'inspections.report'
  | 'escalations.board'
  | 'escalations.xlsx';

/** 督察督办: boards of campaigns and of escalations, and the papers about all units of a campaign. */
export function followHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  const noted = (session: Session, at: string, kind: 'exported' | 'document', detail: string) =>
    auditAct(sessions, session, at, kind, detail);
  const paper = async (
    session: Session,
    now: string,
    round: string,
    write: (campaign: CampaignPaper) => DocumentContent,
  ) => {
    const campaign = await campaignView(world, session, round, now);
    if (!campaign.whole) {
      refuse('forbidden', 'inspections.whole', '督察通知和督察报告涉及各单位，由组织督察的机构制作。');
    }
    const content = write(campaign);
    await noted(session, now, 'document', `inspection-round ${content.title}`);
    return new FileAnswer(await writeInstrument(instrumentOf(content)), `${content.title}.docx`);
  };
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
    'inspections.notice': ({ session, params, now }) => paper(session, now, params.round, campaignNotice),
    'inspections.report': ({ session, params, now }) => paper(session, now, params.round, campaignReport),
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
