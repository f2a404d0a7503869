import { asset } from './assets.ts';
import { type Html, html, nothing } from './html.ts';
import { columns, type Page, type Visit } from './page.ts';
import { qrCode } from './qr.ts';

/** A page in full: masthead, columns, where one is, the text, foot. */
export async function layout(page: Page, visit: Visit, large: boolean): Promise<Html> {
  const { pathname, search } = visit.url;
  const home = pathname === '/';
  const back = encodeURIComponent(`${pathname}${search}`);
  const title = home ? `${visit.region}依法行政公开` : `${page.title} - ${visit.region}依法行政公开`;
  return html`<!doctype html>
<html lang="zh-CN"${large ? html` class="large"` : nothing}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${asset('portal.css').href}">
<link rel="icon" href="${asset('seal.svg').href}" type="image/svg+xml">
</head>
<body${home ? html` class="home"` : nothing}>
<a class="skip" href="#main">跳到正文</a>
<header>
<div class="band"><div class="wrap">
${home ? nothing : html`<a class="site" href="/"><span>${visit.region}</span><span>依法行政公开</span></a>`}
<span class="tools">${
    large
      ? html`<a href="/type?size=standard&amp;back=${back}" rel="nofollow">恢复标准字号</a>`
      : html`<a href="/type?size=large&amp;back=${back}" rel="nofollow">大字版</a>`
  }</span>
</div></div>
${
  home
    ? nothing
    : html`<nav class="columns" aria-label="栏目"><div class="wrap"><ul>
${columns.map(([href, name]) => columnLink(href, name, pathname))}
</ul></div></nav>
${crumbs(page)}`
}
</header>
<main id="main" tabindex="-1">${page.body}</main>
<footer class="foot"><div class="wrap">
<ul>
<li><a href="/about/accessibility">无障碍</a></li>
<li><a href="/about/data">数据说明</a></li>
<li><a href="/about/version">版本</a></li>
<li><a href="/console/">工作人员登录</a></li>
</ul>
<div class="kept"><p>${visit.region}。公开的内容以本网站为准，每一条都留痕并封存，可以验真。${
    page.kept ? html`<br>本页网址：${visit.url.href}` : nothing
  }</p>${page.kept ? await qrCode(visit.url.href) : nothing}</div>
</div></footer>
</body>
</html>
`;
}

function columnLink(href: string, name: string, pathname: string): Html {
  const current = pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : '';
  return html`<li><a href="${href}"${current ? html` aria-current="${current}"` : nothing}>${name}</a></li>`;
}

function crumbs({ title, above = [] }: Page): Html {
  return html`<nav class="crumbs" aria-label="所在位置"><div class="wrap"><ol>
<li><a href="/">首页</a></li>
${above.map(([name, href]) => html`<li><a href="${href}">${name}</a></li>`)}
<li aria-current="page">${title}</li>
</ol></div></nav>`;
}
