import './styles.css';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './api/activity.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { watchFocus } from './shell/last-focus.ts';

// The policy of the page allows only style elements with its nonce.
const nonce = document.querySelector('script')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const queryClient = createQueryClient();
watchActivity();
watchFocus();

const root = document.getElementById('page');
if (!root) throw new Error('The document has no place for the page');
createRoot(root).render(
  <StrictMode>
    <RendererProvider renderer={renderer} targetDocument={document}>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </RendererProvider>
  </StrictMode>,
);
