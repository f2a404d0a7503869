import type { FileStore } from '../files/store.ts';
import type { Handlers } from '../http/bind.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { summary, template } from '../returns/files.ts';
import { checkCells, readFile, saveDraft, showReturn, submitReturn } from '../returns/filling.ts';
import { listForms, saveForm, showForm } from '../returns/forms.ts';
import { beginImport } from '../returns/importing.ts';
import { board, lateness, listRounds, locate, openRound } from '../returns/rounds.ts';
import {
  exportTable,
  listLayouts,
  listSources,
  saveLayout,
  showLayout,
  showTable,
} from '../returns/tables.ts';
import type { Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Names = Extract<keyof Handlers, `returns.${string}`>;

/** Returns of the units: forms, rounds, filling in, import, superiors' tables. */
export function returnHandlers(
  world: World,
  sessions: Sessions,
  files: FileStore,
  jobs: Jobs,
): Pick<Handlers, Names> {
  return {
    'returns.forms': (call) => listForms(world, call),
    'returns.form': (call) => showForm(world, call),
    'returns.saveForm': (call) => saveForm(world, call),
    'returns.rounds': (call) => listRounds(world, call),
    'returns.open': (call) => openRound(world, call),
    'returns.board': (call) => board(world, call),
    'returns.locate': (call) => locate(world, call),
    'returns.template': (call) => template(world, call),
    'returns.export': (call) => summary(world, sessions, call),
    'returns.import': (call) => beginImport(world, { sessions, files, jobs }, call),
    'returns.get': (call) => showReturn(world, call),
    'returns.draft': (call) => saveDraft(world, call),
    'returns.check': (call) => checkCells(world, call),
    'returns.read': (call) => readFile(world, files, call),
    'returns.submit': (call) => submitReturn(world, call),
    'returns.lateness': (call) => lateness(world, call),
    'returns.layouts': (call) => listLayouts(world, call),
    'returns.layout': (call) => showLayout(world, call),
    'returns.sources': (call) => listSources(world, call),
    'returns.saveLayout': (call) => saveLayout(world, call),
    'returns.layoutTable': (call) => showTable(world, call),
    'returns.layoutExport': (call) => exportTable(world, sessions, call),
  };
}
