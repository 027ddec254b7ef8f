{{%AUTOESCAPE context="HTML"}}
<div class="campo{{#ERROR}} mal{{/ERROR}}">
<label for="{{ID}}">{{LABEL}}{{#OPCIONAL}} <span class="op">(opcional)</span>{{/OPCIONAL}}</label>
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
<input type="file" id="{{ID}}" name="{{NAME}}"{{#HAY_ACCEPT}} accept="{{ACCEPT}}"{{/HAY_ACCEPT}} aria-describedby="{{ID}}-d"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}>
</div>
