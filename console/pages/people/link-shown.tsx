import { Button, Input, Modal } from 'antd';
import { timeOfDay } from '../../format.ts';
import { shanghaiDay } from '../../shared/shanghai-day.ts';

export interface OneTimeLink {
  readonly path: string;
  readonly expiresAt: string;
}

/** A sign-in link, shown once: it is kept nowhere and goes to its person alone. */
export function LinkShown({ link, onClose }: { readonly link: OneTimeLink; readonly onClose: () => void }) {
  const address = `${window.location.origin}${link.path}`;
  return (
    <Modal
      open
      title="一次性登录链接"
      onCancel={onClose}
      footer={
        <>
          {navigator.clipboard && (
            <Button onClick={() => void navigator.clipboard.writeText(address)}>复制</Button>
          )}
          <Button type="primary" onClick={onClose}>
            已交给本人
          </Button>
        </>
      }
    >
      <p className="link-terms">
        只显示这一次，{shanghaiDay(link.expiresAt)}
        {timeOfDay(link.expiresAt)}前有效，只能用一次。请交给本人，不要转发他人。
      </p>
      <Input.TextArea
        aria-label="登录链接"
        readOnly
        autoSize
        value={address}
        onFocus={(event) => event.target.select()}
      />
    </Modal>
  );
}
