import type { ComponentChildren } from 'preact';
import { say } from '../language/say';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: ComponentChildren;
  readonly isSecret?: boolean;
  readonly isOptional?: boolean;
  readonly placeholder?: string;
  readonly value?: string;
  /** Called with the text of the field as it is typed. */
  typed?(text: string): void;
}

/** One thing to type. What is secret is not shown, and no browser is asked to remember any of it. */
export function Field({
  name,
  label,
  hint,
  isSecret,
  isOptional = false,
  placeholder,
  value,
  typed,
}: FieldProps) {
  return (
    <div class="field">
      <label for={name}>
        {label}
        {isOptional && <span class="quiet"> {say`(optional)`}</span>}
      </label>
      <input
        id={name}
        name={name}
        type={isSecret ? 'password' : 'text'}
        required={!isOptional}
        defaultValue={value}
        onInput={(event) => typed?.(event.currentTarget.value)}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={`${name}-hint`}
      />
      <p id={`${name}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}
