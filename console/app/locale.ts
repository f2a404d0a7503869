import type { ConfigProviderProps } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';

/** The bundler hands over the locale itself where Node's rules, which the types follow, would give its module. */
export const zhCN = chinese as unknown as NonNullable<ConfigProviderProps['locale']>;
