import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  /** Blue: the next sensible step. One at a time. */
  readonly isPrimary?: boolean;
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
}

/** A disabled button keeps the keyboard's focus, so that nobody is thrown back to the top while something runs. */
export function Button({ children, isPrimary, isSmall, isDisabled = false, onClick }: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (isDisabled) event.preventDefault();
    else onClick?.();
  };
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      class={[isPrimary && 'primary', isSmall && 'small'].filter(Boolean).join(' ')}
      aria-disabled={isDisabled}
      onClick={press}
    >
      {children}
    </button>
  );
}
