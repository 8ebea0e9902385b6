import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // Nothing is inlined as data: the content security policy lets fonts and images come from our own files only.
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
