package io.headroom.report.read.text;

/**
 * One place where the text was not what the file says.
 *
 * @param line line of the file, from 1
 * @param found what stood there
 * @param became what it was read as
 * @param cause how it came about: "UTF-8 read as Mac Roman"
 */
public record Repair(int line, String found, String became, String cause) {
}
