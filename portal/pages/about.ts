import { html } from '../shell/html.ts';
import type { PageMaker } from '../shell/page.ts';

export const accessibilityPage: PageMaker = async () => ({
  title: '无障碍',
  body: html`<div class="wrap prose"><h1>无障碍</h1>
<p>本网站的每一页都按《网页内容无障碍指南》（WCAG）2.1的AA级制作。</p>
<ul><li>不用脚本也能使用全部功能；只用键盘也能使用全部功能，按Tab键移动，按回车键打开。</li>
<li>页首有“跳到正文”，读屏软件可以按标题和列表浏览。</li>
<li>页面右上角可以换成大字版，浏览器放大到两倍也不会缺字。</li>
<li>颜色从不单独表示意思，流程图同时有文字说明。</li>
<li>每一页都可以直接打印。</li></ul>
<p>看不清、听不到、用不了的，请到政务服务窗口，由工作人员协助办理。</p></div>`,
});

export const dataPage: PageMaker = async ({ region }) => ({
  title: '数据说明',
  body: html`<div class="wrap prose"><h1>数据说明</h1>
<h2>从哪里来</h2>
<p>这里的每一条都来自${region}各单位办理事务时当场留下的记录，没有为公开另外填报。</p>
<h2>公开什么，不公开什么</h2>
<p>每一类内容公开哪些项目，事先逐项规定，没有列入的一律不公开。自然人的姓名只显示姓，住址、电话、证件号码、银行账户不公开，未成年人的案件不公开。</p>
<h2>多久更新</h2>
<p>清单变动自生效之日起显示。行政许可和行政处罚决定自作出之日起7个工作日内公示，其他执法决定20个工作日内公示。</p>
<h2>写错了怎么办</h2>
<p>更正和撤下都写明日期和理由，不会悄悄改动。认为公示有误的，请向作出决定的单位提出。</p>
<h2>怎样引用</h2>
<p>引用时请写明查看的日期；清单可以查看任意一天的内容，引用的那一天以后仍然查得到。</p></div>`,
});

/** @param version number of the running product */
export const versionPage =
  (version: string): PageMaker =>
  async () => ({
    title: '版本',
    body: html`<div class="wrap prose"><h1>版本</h1>
<p>本网站由法治台账${version}提供。程序源代码公开，任何人都可以检查它是怎样计算的。</p></div>`,
  });
