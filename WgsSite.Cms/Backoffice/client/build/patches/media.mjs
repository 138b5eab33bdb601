/** Uploading, and pictures in text. */
export const media = [
  {
    why: 'cameras name files in capitals',
    file: 'packages/core/temporary-file/temporary-file-manager.class.js',
    find: "item.file.name.split('.').pop() ?? ''",
    replace: "(item.file.name.split('.').pop() ?? '').toLowerCase()",
  },
  {
    why: 'of several files, too, those that are not taken are named',
    file: 'packages/media/media/dropzone/media-dropzone.manager.js',
    find: 'this._updateStatus(item, UmbFileDropzoneItemStatus.NOT_ALLOWED);\n                continue;',
    replace: `this.#notificationContext?.stay('warning', { data: { message: \`\${this.#localization.term('media_disallowedFileType')}: \${item.temporaryFile?.file.name ?? item.folder?.name}.\` } });
                this._updateStatus(item, UmbFileDropzoneItemStatus.NOT_ALLOWED);
                continue;`,
  },
  {
    why: 'what is not taken is named until somebody has read it',
    file: 'packages/media/media/dropzone/media-dropzone.manager.js',
    find: "peek('warning', {\n                data: {",
    replace: "stay('warning', {\n                data: {",
  },
  {
    why: 'a file’s name says nothing of what is to be seen; what was written to the picture counts until something else is',
    file: 'packages/media/media/modals/media-caption-alt-text/media-caption-alt-text-modal.element.js',
    find: /this\.value = (\{\s*\.\.\.this\.value,\s*altText: this\.value\?\.altText \?\? )mediaData\.variants\[0\]\.name/,
    replace: `this._described = mediaData.values.find((value) => value.alias === 'alternativeText')?.value;
        this.value = $1''`,
  },
  {
    why: 'what was written to the picture is shown where something else may be written',
    file: 'packages/media/media/modals/media-caption-alt-text/media-caption-alt-text-modal.element.js',
    find: /(?<=\s)id="alt-text"/,
    replace: 'id="alt-text" placeholder=${this._described ?? nothing}',
    imports: "import { nothing } from '../../../../../external/lit/index.js';",
  },
  {
    why: 'files that are there have their cards; the list beneath them is for those on their way and those that failed',
    file: 'packages/media/media/dropzone/dropzone-media.element.js',
    find: '    #handleDragEnter(e) {',
    replace: `    renderUploader() {
        return this._progressItems?.every((item) => item.status === UmbFileDropzoneItemStatus.COMPLETE) ? null : super.renderUploader();
    }
    #handleDragEnter(e) {`,
  },
];
