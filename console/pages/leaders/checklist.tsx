import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DutyView, LeaderView } from '../../../src/client/contract/leaders.ts';
import { useSession } from '../../api/queries.ts';
import { basisText, day, number, shortDay } from '../../format.ts';
import { EvidenceForm, SubmitForm } from './forms.tsx';

const stateNames = { done: '完成', running: '进行中', late: '逾期' } as const;
const tones = { done: 'green', running: '', late: 'red' } as const;

/** One leader's duties of the year, each with what the ledger counts, where that opens, and the law it stands on. */
export function Checklist({ leader, year }: { readonly leader: LeaderView; readonly year: number }) {
  const [filling, setFilling] = useState<DutyView>();
  const [submitting, setSubmitting] = useState(false);
  return (
    <section className="checklist" aria-labelledby="checklist">
      <header>
        <h2 id="checklist">
          {leader.title}
          {leader.name}
          <span className="quiet"> {leader.bodyName}</span>
        </h2>
        <p className="quiet">
          <Link to={`/matters/${leader.matter}`}>{leader.number}</Link>
          {leader.due && `　${day(leader.due)}以前年终确认`}
          {leader.closed && `　${leader.outcome}`}
        </p>
        {leader.may.submit && (
          <Button type="primary" className="no-print" onClick={() => setSubmitting(true)}>
            提交年终确认
          </Button>
        )}
      </header>
      <ul>
        {leader.duties.map((duty) => (
          <DutyRow
            key={duty.id}
            duty={duty}
            year={year}
            onFill={leader.may.evidence && duty.actual < duty.target ? () => setFilling(duty) : undefined}
          />
        ))}
      </ul>
      {filling && <EvidenceForm leader={leader} duty={filling} onClose={() => setFilling(undefined)} />}
      {submitting && <SubmitForm leader={leader} onClose={() => setSubmitting(false)} />}
    </section>
  );
}

function DutyRow({
  duty,
  year,
  onFill,
}: {
  readonly duty: DutyView;
  readonly year: number;
  readonly onFill: (() => void) | undefined;
}) {
  const { today } = useSession();
  return (
    <li>
      <span className={`tag ${tones[duty.state]}`}>{stateNames[duty.state]}</span>
      <div className="what">
        <strong>{duty.name}</strong>
        <p className="quiet">
          {basisText(duty.basis)}
          {!duty.verified && <span className="tag provisional">条文待核</span>}
          {duty.ownFloor && '　次数为本系统设定的下限'}
        </p>
        {duty.brought.map(({ explanation, on, files }) => (
          <div key={`${on} ${explanation}`}>
            <p>
              {shortDay(on, today)}补充佐证：{explanation}
            </p>
            <p className="spaced">
              {files.map((file) => (
                <a key={file.sm3} href={`/api/files/${file.sm3}`} download={file.name}>
                  {file.name}
                </a>
              ))}
            </p>
          </div>
        ))}
      </div>
      <div className="count">
        <Actual duty={duty} year={year} />
        <p className="quiet">
          要求{number(duty.target)}
          {duty.unit}，{shortDay(duty.by, today)}以前
        </p>
        {onFill && (
          <Button size="small" className="no-print" onClick={onFill}>
            补充佐证
          </Button>
        )}
      </div>
    </li>
  );
}

/** What the ledger counts, opening into its records. */
function Actual({ duty, year }: { readonly duty: DutyView; readonly year: number }) {
  const { opens } = duty;
  const text = `${number(duty.actual)}${duty.unit}`;
  if (duty.evidenceOnly) return <p className="quiet">台账没有这项记录</p>;
  if (opens === null) return <p className="quiet">台账还没有记录</p>;
  if ('matter' in opens) {
    return (
      <p>
        <Link to={`/matters/${opens.matter}`}>{text}</Link>
      </p>
    );
  }
  const { indicator, source, unit, kind } = opens;
  const search = new URLSearchParams({
    source,
    indicator,
    from: `${year}-01`,
    to: `${year}-12`,
    by: kind ? 'kind' : 'month',
    ...(unit ? { unit } : {}),
  });
  return (
    <p>
      <Link to={`/figures?${search.toString()}`}>{text}</Link>
    </p>
  );
}
