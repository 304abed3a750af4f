import './choosing';
import './connecting';
import './crowded';
import './deciding';
import './getting';
import './grid/editing';
import './grid/journey';
import './helping';
import './long-run';
import './other-people';
import './publishing-pictures';
import './refreshing';
import './scheduling';
import './script-run';
import './settings';
import './languages/slowly';
import './languages/speaking';
import './working';
import { useBrowser } from './open-workbench';

// One file, because each test file is a process, and a packaged browser must not be unpacked twice at once.
useBrowser();
