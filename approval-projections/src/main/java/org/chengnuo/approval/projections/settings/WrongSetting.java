package org.chengnuo.approval.projections.settings;

import java.io.Serial;

/** One line: which setting is wrong, what it is, and what would be right. */
public final class WrongSetting extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    WrongSetting(String line) {
        super(line);
    }
}
