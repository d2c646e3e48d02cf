import { Link } from '@fluentui/react-components';
import { useConnection } from '../api/connection.ts';
import { useTexts } from '../messages/use-texts.ts';
import { CopyButton } from '../shell/copy-button.tsx';

/** How to send the first report. */
export function FirstRun() {
  const { t } = useTexts();
  const { mode } = useConnection();
  const key = mode === 'keys' && location.hostname !== 'localhost' ? ' -H "x-functions-key: <key>"' : '';
  const occurredAt = new Date().toISOString().slice(0, 19);
  const report = `curl -X POST ${location.origin}/api/errors${key} -H "content-type: application/json" -d '{"occurredAt":"${occurredAt}Z","company":"CRONUS","message":"The Currency Exchange Rate does not exist."}'`;
  const demo = 'npm run demo';
  return (
    <section className="empty">
      <h2>{t.firstRun.title}</h2>
      <p>{t.firstRun.report}</p>
      <Command text={report} />
      <p>{t.firstRun.demo}</p>
      <Command text={demo} />
      <p>{t.firstRun.businessCentral}</p>
      <p>
        <Link
          href="https://learn.microsoft.com/en-us/dynamics365/business-central/admin-synchronizing-business-central-and-sales"
          target="_blank"
          rel="noopener noreferrer"
        >
          {t.firstRun.link}
        </Link>
      </p>
    </section>
  );
}

function Command({ text }: { readonly text: string }) {
  const { t } = useTexts();
  return (
    <div className="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long command scrolls, by keys too. */}
      <div className="command-text" tabIndex={0} role="group" aria-label={t.firstRun.command}>
        <pre>{text}</pre>
      </div>
      <CopyButton text={() => text}>{t.copy}</CopyButton>
    </div>
  );
}
