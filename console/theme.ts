import { theme as antd, type ThemeConfig } from 'antd';

export const FONT =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/**
 * The tokens of the design for the component library. style.css holds the same colours for our own elements.
 * `still`: nothing fades or slides, for whoever's system asks for reduced motion.
 */
export function themeFor(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#5a9cff' : '#0958d9',
      // What the pointer rests on grows darker on white: lighter, its words would be too faint to read.
      ...(dark
        ? {}
        : { colorPrimaryHover: '#003eb3', colorLinkHover: '#003eb3', colorErrorHover: '#a8071a' }),
      colorLink: dark ? '#78aeff' : '#0958d9',
      colorError: dark ? '#ff7875' : '#cf1322',
      colorWarning: dark ? '#ffc53d' : '#a05d00',
      colorSuccess: dark ? '#73d13d' : '#237804',
      colorText: dark ? '#e6e6e6' : '#1f1f1f',
      colorTextSecondary: dark ? '#b0b0b0' : '#595959',
      colorTextDescription: dark ? '#b0b0b0' : '#595959',
      colorTextPlaceholder: dark ? '#9a9a9a' : '#737373',
      colorTextDisabled: dark ? '#8c8c8c' : '#737373',
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 4,
      fontSize: 14,
      fontFamily: FONT,
      motion: !still,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
      boxShadowTertiary: 'none',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // On dark pages a filled button is light: its words are dark.
        ...(dark ? { primaryColor: '#06122b', dangerColor: '#2b0708' } : {}),
      },
    },
  };
}
