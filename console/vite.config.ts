import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.FAZHI_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    // Inlined assets would be data: addresses, which the content security policy keeps to images.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/sign-in': server },
  },
});
