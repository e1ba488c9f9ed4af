package org.cybox.platform.mail;

/**
 * A message to one person. {@link MailLayout} makes it from a few sentences.
 *
 * @param to one bare address
 * @param language BCP 47 tag of subject and text
 * @param subject one line; line breaks are taken out
 * @param text the message for people who read no HTML
 * @param html a whole document
 */
public record Mail(String to, String language, String subject, String text, String html) {}
