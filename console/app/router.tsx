import { createBrowserRouter, Outlet } from 'react-router';
import { Waiting } from '../shared/waiting.tsx';
import { Shell } from '../shell/shell.tsx';
import { Broken, NotFound } from './broken.tsx';
import { pages } from './page-module.ts';

export const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      errorElement: <Broken whole />,
      hydrateFallbackElement: <Waiting what="页面" />,
      children: [
        {
          element: <Outlet />,
          // A page that breaks leaves the shell standing.
          errorElement: <Broken />,
          children: [...pages.flatMap((page) => page.routes), { path: '*', element: <NotFound /> }],
        },
      ],
    },
  ],
  { basename: '/console' },
);
