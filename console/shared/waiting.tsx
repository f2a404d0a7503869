import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';

/** Nothing for half a second, then a skeleton: quick answers do not flicker. */
export function Waiting({ rows = 6, what = '内容' }: { readonly rows?: number; readonly what?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status" aria-busy="true">
      <span className="unseen">正在读取{what}…</span>
      {shown && <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  );
}
