import { z } from 'zod';
import { post } from './endpoint.ts';

/** What comes next: work, the code of the authenticator, setting it up, or a new password. */
const next = z.object({ next: z.enum(['open', 'code', 'enrol', 'password']) });
const password = z.string().min(1).max(200);

export const account = {
  'account.signIn': post('/api/account/sign-in', {
    summary: '用登录名和密码登录',
    access: 'public',
    body: z.strictObject({ login: z.string().min(1).max(64), password }),
    response: next,
  }),
  'account.useLink': post('/api/account/link', {
    summary: '用一次性登录链接登录',
    access: 'public',
    body: z.strictObject({ token: z.string().min(1).max(64) }),
    response: next,
  }),
  'account.signOut': post('/api/account/sign-out', {
    summary: '退出登录',
    access: 'public',
    response: z.object({}),
  }),
  'account.changePassword': post('/api/account/password', {
    summary: '设置新密码；此人的其他登录随之失效',
    access: 'signed-in',
    body: z.strictObject({ current: password.optional(), next: password }),
    response: next,
  }),
  'account.totpEnrol': post('/api/account/totp', {
    summary: '管理员首次登录：取得动态口令的绑定信息',
    access: 'public',
    response: z.object({
      uri: z.string(),
      secret: z.string(),
      /** QR code of `uri` as SVG. */
      qr: z.string(),
    }),
  }),
  'account.totpConfirm': post('/api/account/totp/confirm', {
    summary: '输入动态口令，完成登录',
    access: 'public',
    body: z.strictObject({ code: z.string().min(6).max(12) }),
    response: next,
  }),
};
