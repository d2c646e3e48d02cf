import { useEffect, useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';

/** Shorter waits show nothing, ms. */
const patienceMs = 300;

/** Rows of the final height while data loads. */
export function LoadingRows({ rows = 6, height = 72 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTexts();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return <div style={{ minHeight: rows * height }} />;
  return (
    <div aria-busy="true" className="loading">
      <span className="for-screen-readers" role="status">
        {t.loading}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike.
        <div key={index} className="loading-row" style={{ height }} />
      ))}
    </div>
  );
}
