package org.chengnuo.approval.api.violations.unmarked;

record Unmarked() {}
