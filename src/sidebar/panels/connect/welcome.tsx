import { say } from '../../language/say';
/** For somebody who opens it for the first time: what it does, in three lines and a picture. */
export function Welcome() {
  return (
    <section class="welcome">
      <svg
        viewBox="0 0 260 76"
        role="img"
        aria-label={say`Cells that you change in the sheet go to your store, and each row says what happened`}
      >
        <rect class="paper" x="1" y="5" width="92" height="66" rx="4" />
        <path class="line" d="M1 22h92M1 38h92M1 54h92M38 5v66" />
        <text x="6" y="33">
          MUG-1
        </text>
        <text x="44" y="33" class="strong">
          17.50
        </text>
        <text x="6" y="49">
          MUG-2
        </text>
        <text x="44" y="49">
          16.00
        </text>
        <path class="arrow" d="M104 38h40m-8-7 8 7-8 7" />
        <rect class="paper" x="156" y="5" width="102" height="66" rx="4" />
        <path class="line" d="M156 22h102" />
        <text x="164" y="18">{say`Your store`}</text>
        <rect class="shade" x="166" y="30" width="30" height="32" rx="3" />
        <text x="204" y="44">{say`Mug`}</text>
        <text x="204" y="60" class="strong">
          17.50
        </text>
      </svg>
      <ol>
        <li>{say`You keep products, prices and stock in this spreadsheet.`}</li>
        <li>{say`A preview shows what would change. Nothing is sent before you have seen it.`}</li>
        <li>{say`A click sends what you changed, and each row says what happened to it.`}</li>
      </ol>
    </section>
  );
}
