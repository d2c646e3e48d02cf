import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useAddress } from '../address/use-address.ts';
import { overviewQuery } from '../api/queries.ts';
import { DoNowView } from '../do-now/do-now-view.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { FailureBoundary } from '../states/failure-boundary.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { Bars } from './bars.tsx';
import { Cues } from './cues.tsx';
import { Header } from './header.tsx';
import { KeysHelp } from './keys-help.tsx';
import { ViewTabs } from './view-tabs.tsx';

const ProblemsView = lazy(() => import('../problems/problems-view.tsx'));
const ErrorsView = lazy(() => import('../errors/errors-view.tsx'));
const SettingsCheckView = lazy(() => import('../settings-check/settings-check-view.tsx'));
const CleanupsView = lazy(() => import('../cleanups/cleanups-view.tsx'));
const ProblemPanel = lazy(() => import('../problems/problem-panel.tsx'));

/** All of the page: what is the same in each view, the view, and the open panel. */
export function Page() {
  const { t, language } = useTexts();
  const { address } = useAddress();
  const overview = useQuery(overviewQuery(language));
  const { view, problem, panel } = address;
  return (
    <div className="page">
      <Header overview={overview.data} />
      <Bars overview={overview} ignored={address.ignored} />
      <Cues overview={overview.data} />
      <ViewTabs view={view} />
      <main className="view" id="view" aria-label={t.views[view]}>
        <FailureBoundary resetBy={view}>
          <Suspense fallback={<LoadingRows />}>
            {view === 'do-now' && <DoNowView overview={overview} />}
            {view === 'problems' && <ProblemsView />}
            {view === 'errors' && <ErrorsView />}
            {view === 'settings-check' && <SettingsCheckView />}
            {view === 'cleanups' && <CleanupsView />}
          </Suspense>
        </FailureBoundary>
      </main>
      {problem !== undefined && panel === undefined && (view === 'do-now' || view === 'problems') && (
        <FailureBoundary resetBy={problem}>
          <Suspense>
            <ProblemPanel id={problem} key={problem} />
          </Suspense>
        </FailureBoundary>
      )}
      <KeysHelp />
    </div>
  );
}
