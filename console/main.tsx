import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { reloadWhenStale } from './shared/stale.ts';
import './style.css';

// A page that is being loaded is not in the address bar yet.
reloadWhenStale(() => {
  const { location } = router.state.navigation;
  return location && router.createHref(location);
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
