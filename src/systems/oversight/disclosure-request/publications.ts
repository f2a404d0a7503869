import type { PublicationDeclaration } from '../../../kernel/publication/declaration.ts';
import type { RequestFacts } from './fields.ts';
import { revised } from './words.ts';

/** Only what was written for the public, never the request: who asked is nobody's business. */
export const publications: { readonly [id: string]: PublicationDeclaration<RequestFacts> } = {
  answer: {
    name: '依申请公开转为主动公开',
    channel: 'disclosed-answers',
    rule: (_, on) => (revised(on) ? 'GK1-02' : 'GK0-01'),
    title: (facts) => facts.publicTitle ?? '',
    fields: [
      { title: '标题', value: (facts) => facts.publicTitle },
      { title: '内容', value: (facts) => facts.publicText },
      { title: '公开机关', value: (_, matter) => matter.unit },
    ],
  },
};
