/** Kinds of lines in the audit, as an auditor reads them. */
export const auditKinds: Readonly<Record<string, string>> = {
  'signed-in': '登录',
  'first-factor': '通过第一项验证',
  'sign-in-failed': '登录失败',
  locked: '账户锁定',
  'signed-out': '退出',
  'session-ended': '登录到期',
  'post-switched': '切换岗位',
  'password-changed': '设置密码',
  'totp-enrolled': '绑定动态口令',
  'link-issued': '发放登录链接',
  refused: '拒绝操作',
  administered: '管理操作',
  exported: '导出',
  'opened-personal': '查看个人信息',
};
