package org.cybox.platform.web;

/** @param text already in the reader's language; @param current the page one is on lies behind it */
public record Link(String text, String address, boolean current) {}
