import type { Answer } from '../../src/client/client.ts';
import { type Html, html, nothing } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';
import { facts } from '../shell/parts.ts';
import { count, day, dayTag, moment } from '../shell/words.ts';

type Disclosure = Answer<'public.disclosure'>;

/** One disclosure. What was taken down says so, when and why, and shows nothing of what it was. */
export const disclosureItemPage: PageMaker = async ({ client, param }) => {
  const found = await client.call('public.disclosure', {
    params: { channel: param('channel'), id: param('id') },
  });
  const title = found.standing === 'published' ? found.title : `${found.channel.name}（已撤下）`;
  return {
    title,
    above: [
      ['执法公示', '/disclosure'],
      [found.channel.name, `/disclosure/${found.channel.id}`],
    ],
    kept: true,
    body: html`<article class="wrap"><h1>${title}</h1>
<p class="meta"><span>${found.unitName}</span><span>${dayTag(found.publishedOn)}公示</span>${
      found.expiresOn && found.standing === 'published'
        ? html`<span>公示至${day(found.expiresOn)}</span>`
        : nothing
    }</p>
${standing(found)}
${found.facts.length > 0 ? facts(found.facts.map(({ title, text }) => [title, text] as const)) : nothing}
${sealed(found)}
</article>`,
  };
};

function standing(found: Disclosure): Html {
  switch (found.standing) {
    case 'withdrawn':
      return html`<div class="note warning"><p>这条公示已于${day(found.withdrawnOn ?? '')}撤下。</p><p>理由：${found.reason}</p></div>`;
    case 'expired':
      return html`<p class="note">公示期到${day(found.expiresOn ?? '')}为止，内容不再显示。</p>`;
    default:
      return found.correctedOn
        ? html`<div class="note warning"><p>这条公示于${day(found.correctedOn)}更正，下面是更正后的内容。</p><p>更正理由：${found.reason}</p></div>`
        : nothing;
  }
}

function sealed({ seal }: Disclosure): Html {
  return seal
    ? html`<p class="sealed">这次公示已经留痕，收在${moment(seal.at)}的第${count(seal.number)}号封存里，此后的改动都会留下痕迹。<a href="/verify">怎样验真</a></p>`
    : nothing;
}
