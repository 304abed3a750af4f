/** A picture that Google's forms ask for. Sizes: Google Workspace Marketplace, "Create a store listing". */
export interface NeededPicture {
  /** In publish/pictures. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export const ICONS: readonly NeededPicture[] = [
  { file: 'icon-128.png', width: 128, height: 128 },
  { file: 'icon-32.png', width: 32, height: 32 },
  { file: 'consent-logo-120.png', width: 120, height: 120 },
];

export const BANNER: NeededPicture = { file: 'banner-220x140.png', width: 220, height: 140 };

const SCREENSHOT = { width: 1280, height: 800 } as const;

/** At least one and at most ten. */
export const SCREENSHOTS = [
  { file: 'screenshot-1-preview.png', ...SCREENSHOT },
  { file: 'screenshot-2-answers.png', ...SCREENSHOT },
  { file: 'screenshot-3-changed-in-both.png', ...SCREENSHOT },
  { file: 'screenshot-4-held.png', ...SCREENSHOT },
  { file: 'screenshot-5-history.png', ...SCREENSHOT },
  { file: 'screenshot-6-schedule.png', ...SCREENSHOT },
] as const satisfies readonly NeededPicture[];

export const PICTURES: readonly NeededPicture[] = [...ICONS, BANNER, ...SCREENSHOTS];

/** A page with ten of them still opens at once. */
export const MOST_BYTES = 300_000;
