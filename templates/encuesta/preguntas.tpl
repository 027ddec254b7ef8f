{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Preguntas de la encuesta</h1>
<p class="lead">{{EDICION}}. {{#BORRADOR}}Está en borrador: todavía se pregunta la versión publicada.{{/BORRADOR}}{{#NO_BORRADOR}}Esto se pregunta ahora.{{/NO_BORRADOR}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba hasta seis preguntas; deje vacías las que no use. Guarde el borrador las veces que quiera. Al publicarlo se pregunta desde ese momento y ya no se cambia: lo ya respondido queda con su versión. Pregunte lo que no identifique a nadie.</p></details>
<form method="post" novalidate>
{{>CSRF}}{{>CAMPO_EDICION}}{{>CAMPO_HUELLA}}
<fieldset><legend><h2>Pregunta 1</h2></legend>
{{>CAMPO_TEXTO1}}
<div class="fila">{{>CAMPO_TIPO1}}{{>CAMPO_ETAPA1}}</div>
</fieldset>
<fieldset><legend><h2>Pregunta 2</h2></legend>
{{>CAMPO_TEXTO2}}
<div class="fila">{{>CAMPO_TIPO2}}{{>CAMPO_ETAPA2}}</div>
</fieldset>
<fieldset><legend><h2>Pregunta 3</h2></legend>
{{>CAMPO_TEXTO3}}
<div class="fila">{{>CAMPO_TIPO3}}{{>CAMPO_ETAPA3}}</div>
</fieldset>
<fieldset><legend><h2>Pregunta 4</h2></legend>
{{>CAMPO_TEXTO4}}
<div class="fila">{{>CAMPO_TIPO4}}{{>CAMPO_ETAPA4}}</div>
</fieldset>
<fieldset><legend><h2>Pregunta 5</h2></legend>
{{>CAMPO_TEXTO5}}
<div class="fila">{{>CAMPO_TIPO5}}{{>CAMPO_ETAPA5}}</div>
</fieldset>
<fieldset><legend><h2>Pregunta 6</h2></legend>
{{>CAMPO_TEXTO6}}
<div class="fila">{{>CAMPO_TIPO6}}{{>CAMPO_ETAPA6}}</div>
</fieldset>
{{>CAMPO_CONFIRMO}}
<div class="acc"><button name="accion" value="guardar" class="sec">Guardar borrador</button> <button name="accion" value="publicar">Publicar</button>{{#BORRADOR}} <button name="accion" value="descartar" class="peligro">Descartar el borrador</button>{{/BORRADOR}} <a href="/encuesta/resultados">Ver los resultados</a></div>
</form>
{{#HAY_FILAS}}<h2>Versiones</h2>
{{#FILAS}}{{#PRIMERA}}<h3>Versión {{VERSION}}{{#HAY_PUBLICADA}}, publicada el {{PUBLICADA}}{{#HAY_QUIEN}} por {{QUIEN}}{{/HAY_QUIEN}}{{/HAY_PUBLICADA}}{{#NO_PUBLICADA}}, en borrador{{/NO_PUBLICADA}}</h3>
<ol>
{{/PRIMERA}}<li>{{TEXTO}} <span class="hint">{{TIPO}}</span></li>
{{#ULTIMA}}</ol>
{{/ULTIMA}}{{/FILAS}}
{{/HAY_FILAS}}
