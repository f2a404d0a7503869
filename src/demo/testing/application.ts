import type { Instant, LegalDate } from '../../kernel/dates.ts';
import type { World } from '../../server/world.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { holders, postId, zone } from '../zone.ts';

/** A firm's request for information to a unit of the demo zone, received on a day: the unit has days to answer. */
export async function requestInformation(
  world: Pick<World, 'run'>,
  { unit, on, now }: { readonly unit: string; readonly on: LegalDate; readonly now: Instant },
): Promise<string> {
  const [liaison] = holders(unit, 'liaison');
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'disclosure-request',
    step: 'apply',
    input: {
      applicantClass: 'enterprise',
      organisation: '测试贸易有限公司',
      subject: '年度政府采购合同',
      form: 'electronic',
      way: 'visit',
    },
    now,
    on,
    actor: { person: liaison!.id, post: postId(unit, 'liaison') },
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.matter;
}
