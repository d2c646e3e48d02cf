import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { useCopy } from './use-copy.ts';

/** Copies a text, and says so. */
export function CopyButton({
  text,
  children,
  ...props
}: Pick<ButtonProps, 'size' | 'appearance' | 'children'> & { readonly text: () => string }) {
  const { t } = useTexts();
  const put = useCopy();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    if (!(await put(text()))) return;
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <>
      <Button size="small" {...props} onClick={() => void copy()}>
        {isCopied ? t.copied : children}
      </Button>
      <span className="for-screen-readers" role="status">
        {isCopied ? t.copied : ''}
      </span>
    </>
  );
}
