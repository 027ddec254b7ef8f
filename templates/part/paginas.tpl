{{%AUTOESCAPE context="HTML"}}
<div class="acc" role="group" aria-label="Páginas de la lista">
{{#HAY_ANTERIOR}}<a class="btn sec" href="{{ANTERIOR}}" rel="prev">‹ Anteriores</a>
{{/HAY_ANTERIOR}}{{#HAY_SIGUIENTE}}<a class="btn sec" href="{{SIGUIENTE}}" rel="next">Siguientes ›</a>
{{/HAY_SIGUIENTE}}</div>
