import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { copyText } from './copy-text.ts';

/** Copies a text, and says so. */
export function CopyButton({
  text,
  children,
  ...props
}: Pick<ButtonProps, 'size' | 'appearance' | 'children'> & { readonly text: () => string }) {
  const { t } = useTexts();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await copyText(text());
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
