interface ChoiceProps<Value extends string> {
  /** Unique on the page. */
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly hint?: string;
  readonly isDisabled?: boolean;
  choose(value: Value): void;
}

/** One of a few, under its label. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, value, options, hint, isDisabled = false, choose } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        value={value}
        disabled={isDisabled}
        aria-describedby={hint && `${name}-hint`}
        onChange={(event) => choose(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
