import { Button, Text } from '@backstage/ui';
import { RiFileUploadLine } from '@remixicon/react';
import { ChangeEvent, DragEvent, ReactNode, useRef, useState } from 'react';
import classes from './FileDrop.module.css';

/** Takes a file that is dropped on it, or chosen. */
export const FileDrop = (props: {
  /** On the button. */
  label: string;
  accept: string;
  children: ReactNode;
  onFile(file: File): void;
}) => {
  const { label, accept, children, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again after it was changed on disk.
    event.target.value = '';
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={`${classes.drop} ${isOver ? classes.over : ''}`}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={label}
        onChange={choose}
      />
      <Button
        variant="secondary"
        iconStart={<RiFileUploadLine />}
        onPress={() => input.current?.click()}
      >
        {label}
      </Button>
      <Text color="secondary">{children}</Text>
    </div>
  );
};
