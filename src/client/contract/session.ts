import { z } from 'zod';
import { get, post } from './endpoint.ts';
import { ofUnit } from './shapes.ts';

const heldPost = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string(),
  ...ofUnit,
  acting: z.boolean(),
  /** Which of the three administrators (三员分立) the post is; null for those who handle matters. */
  administrator: z.enum(['system', 'security', 'audit']).nullable(),
  until: z.string().nullable(),
});

export const session = {
  'session.current': get('/api/session', {
    summary: '当前登录人员、所持岗位和现在使用的岗位',
    access: 'signed-in',
    response: z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      region: z.object({ code: z.string(), name: z.string() }),
      posts: z.array(heldPost),
      acting: heldPost,
      /** Legal day of the server. */
      today: z.string(),
      /** Last year with an official holiday notice. */
      noticedThrough: z.number(),
      mustChangePassword: z.boolean(),
    }),
  }),
  'session.switchPost': post('/api/session/post', {
    summary: '切换岗位',
    access: 'signed-in',
    body: z.strictObject({ post: z.string() }),
    response: z.object({ post: z.string() }),
  }),
};
