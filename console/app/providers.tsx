import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useEffect, useState } from 'react';
import { createQueryClient } from '../api/queries.ts';
import { useDark } from '../shared/colour-scheme.ts';
import { useStill } from '../shared/media.ts';
import { themeFor } from '../theme.ts';
import { zhCN } from './locale.ts';

dayjs.locale('zh-cn');

/** Language, colours and data around every page. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const dark = useDark();
  const still = useStill();
  useEffect(() => {
    document.documentElement.toggleAttribute('data-dark', dark);
  }, [dark]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={zhCN} theme={themeFor(dark, still)} button={{ autoInsertSpace: false }}>
        <App message={{ duration: 8 }}>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
