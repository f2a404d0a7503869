export { INDICATORS, type IndicatorRule, indicatorOf } from './indicators.ts';
export { explainNumbers, readFigures } from './read.ts';
