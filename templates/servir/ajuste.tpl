{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cambiar un ajuste</h1>
<p class="lead">{{DESCRIPCION}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el valor nuevo y guárdelo: rige desde ese momento para todos. Si no cabe en sus límites, el portal lo dice y nada cambia. Abajo queda qué valores tuvo, quién los puso y cuándo.</p></details>
<dl class="ficha">
<div><dt>Grupo</dt><dd>{{GRUPO}}</dd></div>
<div><dt>Valor de ahora</dt><dd>{{#HAY_VALOR}}{{VALOR}}{{/HAY_VALOR}}{{#NO_VALOR}}<span class="hint">Vacío</span>{{/NO_VALOR}}</dd></div>
<div><dt>Acepta</dt><dd>{{#ENTERO}}Un número entero, de {{MINIMO}} a {{MAXIMO}}{{/ENTERO}}{{#NO_ENTERO}}Un texto de {{MINIMO}} a {{MAXIMO}} caracteres{{/NO_ENTERO}}</dd></div>
</dl>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_CODIGO}}{{>CAMPO_VISTO}}{{>CAMPO_VALOR}}
<div class="acc"><button>Guardar</button> <a href="/servir/ajustes">Volver a los ajustes</a></div>
</form>
<h2>Historial</h2>
{{#HAY_CAMBIOS}}<ul>
{{#CAMBIOS}}<li>De «{{ANTES}}» a «{{DESPUES}}» <span class="hint">({{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}})</span></li>
{{/CAMBIOS}}</ul>
{{/HAY_CAMBIOS}}{{#NO_CAMBIOS}}<p class="hint">Nadie lo ha cambiado: tiene el valor con que vino.</p>
{{/NO_CAMBIOS}}
