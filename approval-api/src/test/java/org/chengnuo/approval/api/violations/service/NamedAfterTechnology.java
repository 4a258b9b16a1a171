package org.chengnuo.approval.api.violations.service;

record NamedAfterTechnology() {}
