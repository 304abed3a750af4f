interface SketchProps {
  readonly where: 'Shopify admin' | 'Dev Dashboard';
  /** Names on the way there, as Shopify writes them. */
  readonly path: readonly string[];
  /** The place to click or fill in; it is drawn in a frame. */
  readonly here: string;
}

/** A small drawing of a page in Shopify: where it is, and what to click there. Not a picture of the page, which changes. */
export function Sketch({ where, path, here }: SketchProps) {
  return (
    <svg
      class="sketch"
      viewBox="0 0 240 70"
      role="img"
      aria-label={`${where}: ${[...path, here].join(', ')}`}
    >
      <rect class="paper" x="1" y="1" width="238" height="68" rx="5" />
      <path class="line" d="M1 17h238M93 17v52" />
      <circle class="shade" cx="10" cy="9" r="3" />
      <text x="20" y="13">
        {where}
      </text>
      {path.map((name, index) => (
        <text key={name} x="7" y={32 + 15 * index} class={index === path.length - 1 ? 'strong' : ''}>
          {name}
        </text>
      ))}
      <rect class="shade" x="101" y="26" width="84" height="6" rx="3" />
      <rect class="here" x="98" y="40" width="137" height="20" rx="4" />
      <text x="103" y="54">
        {here}
      </text>
    </svg>
  );
}
