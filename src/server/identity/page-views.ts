import { html, raw } from 'hono/html';
import type { Refusal } from '../../kernel/errors.ts';
import type { LinkOwner } from '../../store/identity/links.ts';
import { alert, field, goOnTo, HOME, type Markup, page } from './page-parts.ts';

interface Shown {
  readonly to: string;
  readonly refusal?: Refusal;
}

export function signInView({ to, refusal, login }: Shown & { readonly login: string }): Markup {
  return page(
    '登录',
    html`<h1>登录</h1>
<p class="lead">${to === HOME ? '' : '请先登录，登录后回到您要打开的页面。'}请使用本人账户。登录和操作均有审计记录。</p>
${alert(refusal)}
<form method="post" action="/sign-in">
${goOnTo(to)}
${field({ name: 'login', label: '登录名', type: 'text', autocomplete: 'username', value: login }, refusal, login === '')}
${field({ name: 'password', label: '密码', type: 'password', autocomplete: 'current-password' }, refusal, login !== '')}
<button type="submit">登录</button>
</form>`,
  );
}

export function linkView(owner: LinkOwner | undefined, refusal?: Refusal): Markup {
  if (!owner) {
    return page(
      '登录链接无效',
      html`<h1>这个登录链接不能使用</h1>
<p class="lead">${refusal?.message ?? '链接无效、已使用或已过期。每个链接只能使用一次，请联系安全管理员重新发放。'}</p>
<p><a href="/sign-in">用登录名和密码登录</a></p>`,
    );
  }
  return page(
    '一次性登录',
    html`<h1>${owner.name}，您好</h1>
<p class="lead">这个链接只能使用一次，只供本人使用。不是您本人的，请关闭本页。</p>
${alert(refusal)}
<form method="post">
<button type="submit">以${owner.name}的身份登录</button>
</form>`,
  );
}

const codeField = {
  name: 'code',
  label: '动态口令',
  type: 'text',
  autocomplete: 'one-time-code',
  help: '验证器上现在显示的6位数字',
  numeric: true,
} as const;

const leave = html`<form method="post" action="/sign-in/out"><button class="plain" type="submit">换一个账户登录</button></form>`;

export function codeView({ to, refusal }: Shown): Markup {
  return page(
    '动态口令',
    html`<h1>输入动态口令</h1>
<p class="lead">管理员登录须同时使用密码和动态口令。</p>
${alert(refusal)}
<form method="post" action="/sign-in/totp">
${goOnTo(to)}
${field(codeField, refusal, true)}
<button type="submit">完成登录</button>
</form>
${leave}`,
  );
}

export function enrolView(given: Shown & { readonly secret: string; readonly qr: string }): Markup {
  return page(
    '绑定动态口令',
    html`<h1>绑定动态口令</h1>
<p class="lead">管理员登录须同时使用两种凭据。只需绑定一次。</p>
${alert(given.refusal)}
<ol>
<li>在手机上打开验证器应用（支持TOTP的均可）。</li>
<li>扫描二维码；不能扫描的，输入下面的密钥。</li>
<li>输入验证器显示的6位数字。</li>
</ol>
<div class="qr" role="img" aria-label="绑定动态口令的二维码">${raw(given.qr)}</div>
<p class="help">密钥：<span class="secret">${grouped(given.secret)}</span></p>
<form method="post" action="/sign-in/totp">
${goOnTo(given.to)}
${field(codeField, given.refusal)}
<button type="submit">完成绑定并登录</button>
</form>
${leave}`,
  );
}

/** Easier to type in fours. */
function grouped(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}

export function passwordView(
  given: Shown & {
    readonly asksCurrent: boolean;
    /** Nothing asks for the change but the person himself: he may leave it. */
    readonly mayLeave: boolean;
  },
): Markup {
  const { refusal } = given;
  return page(
    '设置密码',
    html`<h1>设置密码</h1>
<p class="lead">设置以后，此前的其他登录全部失效。</p>
${alert(refusal)}
<form method="post" action="/sign-in/password">
${goOnTo(given.to)}
${
  given.asksCurrent
    ? field(
        { name: 'current', label: '现在的密码', type: 'password', autocomplete: 'current-password' },
        refusal,
      )
    : ''
}
${field(
  {
    name: 'next',
    label: '新密码',
    type: 'password',
    autocomplete: 'new-password',
    help: '至少10个字符，含大写字母、小写字母、数字、其他字符中的三类，不包含登录名',
  },
  refusal,
)}
${field({ name: 'again', label: '再输入一次新密码', type: 'password', autocomplete: 'new-password' }, refusal)}
<button type="submit">设置密码</button>
</form>
${given.mayLeave ? html`<p><a href="${given.to}">不改了，返回</a></p>` : ''}`,
  );
}
