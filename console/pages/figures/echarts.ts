import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

// Only what is drawn with is loaded, and only where a chart is shown.
use([BarChart, GridComponent, TooltipComponent, AriaComponent, LabelLayout, SVGRenderer]);

export { init };
