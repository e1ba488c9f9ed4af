package org.cybox.platform.data;

/** A value that the database keeps as {@code jsonb}: read straight into a row's record, written with {@link Json}. */
public interface Document {}
