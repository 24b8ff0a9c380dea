import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  createAll,
} from "nhsuk-frontend";

import { Call } from "./components/call.js";
import { CopyBlock } from "./components/copy-block.js";
import { Draft, forgetOnSignOut } from "./components/draft.js";
import { LateCalls } from "./components/late-calls.js";
import { Live } from "./components/live.js";
import { OneKey } from "./components/one-key.js";
import { Passkey } from "./components/passkey.js";
import { QuickActions } from "./components/quick-actions.js";
import { SessionEnd } from "./components/session-end.js";
import { SessionWarning } from "./components/session-warning.js";
import { Stepper } from "./components/stepper.js";

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Call,
  CopyBlock,
  Draft,
  LateCalls,
  Live,
  OneKey,
  Passkey,
  QuickActions,
  SessionEnd,
  SessionWarning,
  Stepper,
];

components.forEach((component) => createAll(component));
forgetOnSignOut();
