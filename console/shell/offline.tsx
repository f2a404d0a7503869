import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Said while the network is away; forms keep what is typed. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className="notice warn" role="status" style={{ marginBottom: 12 }}>
      网络已断开。可以继续填写，草稿保存在本机；网络恢复后再办理。
    </div>
  );
}
