import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { cloudOutputs, readCloudOutputs } from './cli/site/cloud-outputs.js';

export default defineConfig({
  plugins: [cloudOutputs(readCloudOutputs()), sveltekit()],
  // Nothing is inlined as data: the content security policy lets fonts and images come from our own files only.
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
